import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('directory', '0002_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='DayOfOwn',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('by', models.CharField(max_length=100)),
                ('by_post', models.CharField(max_length=120)),
                ('by_for', models.CharField(blank=True, max_length=100)),
                ('at', models.DateTimeField()),
                ('day', models.DateField()),
                ('manner', models.CharField(choices=[('off', 'day off'), ('working', 'made-up working day'), ('morning', 'morning only'), ('afternoon', 'afternoon only')], max_length=10)),
                ('name', models.CharField(max_length=120)),
                ('struck_at', models.DateTimeField(null=True)),
                ('struck_by', models.CharField(blank=True, max_length=100)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='days_of_own', to='directory.body')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('struck_at', None)), fields=('body', 'day'), name='a_body_sets_a_day_once')],
            },
        ),
        migrations.CreateModel(
            name='UsualTime',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('by', models.CharField(max_length=100)),
                ('by_post', models.CharField(max_length=120)),
                ('by_for', models.CharField(blank=True, max_length=100)),
                ('at', models.DateTimeField()),
                ('type_code', models.CharField(blank=True, max_length=40)),
                ('urgency', models.PositiveSmallIntegerField(null=True)),
                ('days', models.PositiveSmallIntegerField(null=True)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='usual_times', to='directory.body')),
            ],
            options={
                'indexes': [models.Index(fields=['body', 'type_code', '-id'], name='usual_time_of_body')],
                'constraints': [models.CheckConstraint(condition=models.Q(('days', None), ('days__lte', 400), _connector='OR'), name='a_usual_time_is_no_lifetime')],
            },
        ),
        migrations.CreateModel(
            name='WorkingWeek',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('by', models.CharField(max_length=100)),
                ('by_post', models.CharField(max_length=120)),
                ('by_for', models.CharField(blank=True, max_length=100)),
                ('at', models.DateTimeField()),
                ('valid_from', models.DateField()),
                ('hours', models.JSONField(null=True)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='working_weeks', to='directory.body')),
            ],
            options={
                'indexes': [models.Index(fields=['body', '-valid_from', '-id'], name='week_of_body')],
            },
        ),
    ]
