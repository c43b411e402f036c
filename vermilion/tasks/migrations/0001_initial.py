import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('directory', '0002_initial'),
        ('files', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Completion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('by', models.CharField(max_length=100)),
                ('by_post', models.CharField(max_length=120)),
                ('by_for', models.CharField(blank=True, max_length=100)),
                ('at', models.DateTimeField()),
                ('report', models.TextField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Evidence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=255)),
                ('blob', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.blob')),
                ('completion', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='tasks.completion')),
            ],
        ),
        migrations.CreateModel(
            name='Task',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('subject_kind', models.CharField(max_length=30)),
                ('subject_id', models.BigIntegerField()),
                ('recipient', models.CharField(max_length=200)),
                ('part', models.CharField(choices=[('lead', 'lead'), ('support', 'support'), ('information', 'for information')], max_length=12)),
                ('instruction', models.TextField(blank=True)),
                ('due_at', models.DateTimeField(null=True)),
                ('given_by', models.CharField(max_length=100)),
                ('given_by_post', models.CharField(max_length=120)),
                ('given_for', models.CharField(blank=True, max_length=100)),
                ('given_at', models.DateTimeField()),
                ('state', models.CharField(choices=[('given', 'waiting to be taken in'), ('doing', 'in work'), ('done', 'completed'), ('returned', 'returned'), ('withdrawn', 'withdrawn')], default='given', max_length=10)),
                ('state_since', models.DateTimeField()),
                ('appointment', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.appointment')),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.body')),
                ('unit', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.unit')),
            ],
        ),
        migrations.CreateModel(
            name='TakingIn',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('by', models.CharField(max_length=100)),
                ('by_post', models.CharField(max_length=120)),
                ('by_for', models.CharField(blank=True, max_length=100)),
                ('at', models.DateTimeField()),
                ('task', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='taking_in', to='tasks.task')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Return',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('by', models.CharField(max_length=100)),
                ('by_post', models.CharField(max_length=120)),
                ('by_for', models.CharField(blank=True, max_length=100)),
                ('at', models.DateTimeField()),
                ('reason', models.CharField(max_length=1000)),
                ('task', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='return_act', to='tasks.task')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='completion',
            name='task',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='completion', to='tasks.task'),
        ),
        migrations.CreateModel(
            name='Withdrawal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('by', models.CharField(max_length=100)),
                ('by_post', models.CharField(max_length=120)),
                ('by_for', models.CharField(blank=True, max_length=100)),
                ('at', models.DateTimeField()),
                ('reason', models.CharField(max_length=1000)),
                ('task', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='withdrawal', to='tasks.task')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddIndex(
            model_name='task',
            index=models.Index(fields=['subject_kind', 'subject_id'], name='task_subject'),
        ),
        migrations.AddIndex(
            model_name='task',
            index=models.Index(condition=models.Q(('state__in', ('given', 'doing'))), fields=['unit', 'due_at'], name='open_task_of_unit'),
        ),
        migrations.AddIndex(
            model_name='task',
            index=models.Index(condition=models.Q(('state__in', ('given', 'doing'))), fields=['appointment', 'due_at'], name='open_task_of_post'),
        ),
        migrations.AddConstraint(
            model_name='task',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('appointment__isnull', False), ('unit', None)), models.Q(('appointment', None), ('unit__isnull', False)), _connector='OR'), name='a_task_has_one_recipient'),
        ),
        migrations.AddConstraint(
            model_name='task',
            constraint=models.CheckConstraint(condition=models.Q(('due_at', None), ('due_at__gt', models.F('given_at')), _connector='OR'), name='a_task_falls_due_after_it_was_given'),
        ),
    ]
